import { Failure, type ValueShape } from '../failures/failure.ts';
import { DEFAULT_LOSS_LIMIT, type LossLimit } from '../planning/brakes.ts';
import type { Arrangement } from '../rendering/output/arrange.ts';
import type { Dialect } from '../rendering/output/csv.ts';
import { flagValue, type Given } from './command.ts';
import type { Format } from './flags.ts';
import { arrangementOf } from './limits.ts';
import { ANY_NUMBER } from './parse.ts';

/** What the flags every command takes come to. */
export interface Options {
  readonly connection: string | undefined;
  readonly apiUrl: string | undefined;
  readonly as: string | undefined;
  readonly reason: string | undefined;
  readonly format: Format;
  readonly outputFile: string | undefined;
  readonly csvDialect: Dialect;
  /** How a list is shown. */
  readonly arrangement: Arrangement;
  /** Whether a long table may go through a pager. */
  readonly pager: boolean;
  readonly titles: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: 'auto' | 'always' | 'never';
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly rate: number | undefined;
  readonly caFile: string | undefined;
  readonly proxy: string | undefined;
}

/** What the flags every change takes come to. */
export interface ChangeOptions {
  readonly csv: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  /** How many items may be deleted for good: none, a number, or any. */
  readonly allowDeletion: number;
  readonly maxLosses: LossLimit;
  readonly skipRefused: boolean;
  readonly detailedExitCode: boolean;
  /** Where the plan is written instead of being carried out. */
  readonly out: string | undefined;
}

const DEFAULT_TIMEOUT_S = 30;
const DEFAULT_CONCURRENCY = 8;

/** Reads the flags every command takes. Throws `bad-value`. */
export const optionsOf = (given: Given): Options => ({
  connection: flagValue(given, 'connection'),
  apiUrl: flagValue(given, 'api-url'),
  as: flagValue(given, 'as'),
  reason: flagValue(given, 'reason'),
  format: formatOf(given),
  outputFile: flagValue(given, 'output-file'),
  csvDialect: (flagValue(given, 'csv-dialect') ?? 'rfc4180') as Dialect,
  arrangement: arrangementOf(given),
  pager: given.flags['pager'] !== false,
  titles: given.flags['titles'] === true,
  quiet: given.flags['quiet'] === true,
  verbose: given.flags['verbose'] === true,
  color: (flagValue(given, 'color') ?? 'auto') as Options['color'],
  timeoutMs: (positive(given, 'timeout') ?? DEFAULT_TIMEOUT_S) * 1000,
  concurrency: Math.max(1, Math.floor(positive(given, 'concurrency') ?? DEFAULT_CONCURRENCY)),
  rate: positive(given, 'rate'),
  caFile: flagValue(given, 'ca-file'),
  proxy: flagValue(given, 'proxy'),
});

/** The shape of what is printed; `--csv`, where it is a switch, says `-o csv`. */
function formatOf(given: Given): Format {
  const format = flagValue(given, 'output') as Format | undefined;
  if (given.flags['csv'] !== true) return format ?? 'text';
  if (format !== undefined && format !== 'csv')
    throw new Failure('conflicting-flags', { flags: ['--csv', '--output'] });
  return 'csv';
}

/** Reads the flags every change takes. Throws `bad-value`. */
export const changeOptionsOf = (given: Given): ChangeOptions => ({
  csv: flagValue(given, 'csv'),
  dryRun: given.flags['dry-run'] === true,
  yes: given.flags['yes'] === true,
  allowDeletion: deletionsOf(given),
  maxLosses: lossesOf(given),
  skipRefused: given.flags['skip-refused'] === true,
  detailedExitCode: given.flags['detailed-exitcode'] === true,
  out: flagValue(given, 'out'),
});

function positive(given: Given, name: string): number | undefined {
  const value = flagValue(given, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!(number > 0)) throw bad(name, value, 'positive-number');
  return number;
}

function deletionsOf(given: Given): number {
  const value = flagValue(given, 'allow-deletion');
  if (value === undefined) return 0;
  if (value === ANY_NUMBER) return Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(value)) throw bad('allow-deletion', value, 'whole-number');
  return Number(value);
}

function lossesOf(given: Given): LossLimit {
  const value = flagValue(given, 'max-losses');
  if (value === undefined) return DEFAULT_LOSS_LIMIT;
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  if (digits === undefined) throw bad('max-losses', value, 'number-or-percentage');
  return percent ? { percent: Number(digits) } : { number: Number(digits) };
}

const bad = (name: string, value: string, shape: ValueShape) =>
  new Failure('bad-value', { name: `--${name}`, value, allowed: [], shape });
