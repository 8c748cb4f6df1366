import type { Connection, Reader } from '../api/index.ts';
import type { Snapshot } from '../contract/world.ts';
import type { RunStore } from '../executing/run/store.ts';
import type { Exit } from '../failures/exit.ts';
import type { Column } from '../input/csv/columns.ts';
import type { Recognised } from '../input/csv/table.ts';
import type { Intent } from '../model/intents/index.ts';
import type { Asker } from '../reading/asker.ts';
import type { Answer } from '../rendering/answer.ts';
import type { Accounts } from '../settings/accounts.ts';
import type { Chosen } from '../settings/choose.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Texts } from '../texts/index.ts';
import type { Carrying } from './carrying/carrying.ts';
import type { Named } from './named.ts';
import type { Options } from './options.ts';
import type { RowWords } from './words.ts';

/** An argument of a command: its name as help prints it, and the CSV column that says the same. */
export interface ArgumentSpec {
  readonly name: string;
  /** What it names; none where it is anything that can be typed. */
  readonly names?: Named;
  readonly choices?: readonly string[];
  readonly column?: Column;
  readonly many?: true;
  readonly optional?: true;
}

/** A flag of a command; without `value` it is a switch. */
export interface FlagSpec {
  readonly name: string;
  /** What its value is called in help. */
  readonly value?: string;
  /** What its value names; none where it is anything that can be typed, or one of `choices`. */
  readonly names?: Named;
  readonly many?: true;
  /** Whether `--no-NAME` exists too. */
  readonly negatable?: true;
  readonly choices?: readonly string[];
  /** The CSV column that says the same. */
  readonly column?: Column;
}

/** What somebody typed after a command: arguments and flags by name. */
export interface Given {
  readonly arguments: Readonly<Record<string, readonly string[]>>;
  readonly flags: Readonly<Record<string, string | readonly string[] | boolean | undefined>>;
}

interface Described {
  readonly arguments: readonly ArgumentSpec[];
  readonly flags: readonly FlagSpec[];
}

/** What is wanted, and how each file it was read from was written. */
export interface Desired {
  readonly intents: readonly Intent[];
  readonly tables: readonly { readonly file: string; readonly rows: number; readonly recognised: Recognised }[];
}

/** A command that changes something. It gets no client: only rows, which it turns into what is wanted. */
export interface ChangeCommand extends Described {
  readonly kind: 'change';
  /** Columns its CSV must have, of a list any one; its other columns are those of its arguments and flags. */
  readonly required: readonly (Column | readonly Column[])[];
  /**
   * What it can't do without where it is typed, by the names of its arguments and flags; unless said, its arguments that
   * aren't optional and the flags of its required columns.
   */
  readonly needs?: (given: Given) => readonly string[];
  /** Columns its CSV may have besides. */
  readonly also?: readonly Column[];
  /** Whether its `--csv` also takes Psylio's own invitation file (O9). */
  readonly takesInvitationFile?: true;
  /** Throws failures about faulty cells, each with its place. */
  intents(row: RowWords): readonly Intent[];
  /** For a command that reads what is wanted from a file of another form: then it has no rows. */
  desired?(given: Given): Promise<Desired>;
}

/** What a reading command works with. */
export interface Reading {
  readonly reader: Reader;
  readonly texts: Texts;
  /** What sentences within JSON are said in. */
  readonly jsonTexts: Texts;
  /** Who asks; asked for once, when first needed. */
  asker(): Promise<Asker>;
  /** Whether titles of records may be shown: in a terminal, or where `--titles` asks for them. */
  readonly titles: boolean;
  /** The runs that are kept on this machine. */
  runs(): Promise<RunStore>;
  /** The host that is read, as plans name it. */
  readonly host: string;
  /** What it is of itself, where a snapshot is read and no API. */
  readonly snapshot?: Snapshot;
  /** Writes a file that only this user can read, in pieces as they come, whole or not at all. Throws `file-unwritable`. */
  write(file: string, pieces: AsyncIterable<string>): Promise<void>;
  /**
   * Prints items of a list at once, and gives whether anybody still reads them; absent where a list is printed when all of
   * it is there. What was printed so is no part of the answer.
   */
  readonly printing?: (items: readonly unknown[]) => Promise<boolean>;
  /** Says on standard error how far something has come, of which nobody knows how long it is. */
  progress(format: (done: number) => string): Pick<Progress, 'done' | 'stop'>;
}

/** A command that only reads. */
export interface ReadCommand extends Described {
  readonly kind: 'read';
  run(reading: Reading, given: Given): Promise<Answer>;
}

/** What a command about plans and runs that are kept works with. */
export interface Kept {
  readonly texts: Texts;
  /** What sentences within JSON are said in. */
  readonly jsonTexts: Texts;
  readonly runs: RunStore;
  readonly color: boolean;
  /** The version of psyctl. */
  readonly version: string;
  /** Writes a file that only this user can read, whole or not at all. Throws `file-unwritable`. */
  write(file: string, text: string): Promise<void>;
  /** Prints an answer before the one a command ends with: what somebody is asked about. */
  show(answer: Answer): Promise<void>;
  /** Whether somebody can be asked, and whether they say yes. */
  readonly canAsk: boolean;
  confirm(message: string): Promise<boolean>;
}

/** A command that reads what psyctl itself keeps, plans and runs: it opens no connection. */
export interface KeptCommand extends Described {
  readonly kind: 'kept';
  run(kept: Kept, given: Given): Promise<Answer>;
}

/** A command that carries out a plan which is there already: one that was saved, or begun. */
export interface CarryingCommand extends Described {
  readonly kind: 'carrying';
  /** Whether it previews and asks as any change does, and takes the flags of one. */
  readonly asks: boolean;
  run(carrying: Carrying, given: Given): Promise<Exit>;
}

/** An API to talk to, as whom, and the file of certificates to trust besides the usual ones. */
export interface Target {
  readonly url: string;
  readonly token: string;
  readonly caFile: string | undefined;
}

/** What psyctl talks to, and what ends it: the embedded sandbox lives as long as the command. */
export interface Opened extends Target {
  /** How previews and reports name it. */
  readonly host: string;
  /** Where its token came from. */
  readonly from: 'environment' | 'keyring' | 'file' | 'sandbox';
  close(): Promise<void>;
}

/** What a command about psyctl itself works with. */
export interface Around {
  readonly texts: Texts;
  /** What sentences within JSON are said in. */
  readonly jsonTexts: Texts;
  readonly options: Options;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether `-o json` was asked for. */
  readonly json: boolean;
  readonly out: (text: string) => void;
  /** Writes data: to standard output, or to the file that `--output-file` names. */
  write(data: string | Iterable<string>): Promise<void>;
  readonly err: (text: string) => void;
  /** Prints an answer in the shape asked for, and its notes unless psyctl is to be quiet. */
  show(answer: Answer): Promise<void>;
  /** Whether somebody sits at a terminal who can be asked. */
  readonly canAsk: boolean;
  /** The connections that are remembered, and their tokens. */
  readonly accounts: Accounts;
  /** What the flags, the environment and the settings name. Throws where they name nothing. */
  chosen(): Promise<Chosen>;
  /** Opens what was chosen; to be closed. Throws where there is no token for it. */
  open(chosen: Chosen): Promise<Opened>;
  /** A client that asks once and takes the answer; to be closed. */
  connect(to: Target): Promise<Connection>;
  /** The path of a file that ships with psyctl. */
  packaged(file: string): string;
  /** Puts the embedded sandbox back as it was at first. */
  resetSandbox(): Promise<void>;
  /** Runs another psyctl command on a home that is thrown away at the end, its output shown; gives its exit code. */
  psyctl(args: readonly string[]): Promise<number>;
}

/** A command about psyctl itself: none is opened for it, it opens what connection it needs. */
export interface AroundCommand extends Described {
  readonly kind: 'around';
  run(around: Around, given: Given): Promise<Exit>;
}

/** Any command. */
export type Command = ChangeCommand | ReadCommand | KeptCommand | CarryingCommand | AroundCommand;

/** Whether a command takes the flags of every change. */
export const takesChangeFlags = (command: Command): boolean =>
  command.kind === 'change' || (command.kind === 'carrying' && command.asks);

/** Describes a command that only reads. */
export const read = (command: Omit<ReadCommand, 'kind'>): ReadCommand => ({ kind: 'read', ...command });
/** Describes a command that reads what psyctl keeps. */
export const kept = (command: Omit<KeptCommand, 'kind'>): KeptCommand => ({ kind: 'kept', ...command });
/** Describes a command that carries out a plan which is there. */
export const carrying = (command: Omit<CarryingCommand, 'kind'>): CarryingCommand => ({ kind: 'carrying', ...command });
/** Describes a command about psyctl itself. */
export const around = (command: Omit<AroundCommand, 'kind'>): AroundCommand => ({ kind: 'around', ...command });

/** The first value of an argument. */
export const argument = (given: Given, name: string): string => given.arguments[name]?.[0] ?? '';
/** Every value of a flag that takes several. */
export const flagValues = (given: Given, name: string): readonly string[] => {
  const value = given.flags[name];
  if (value === undefined || typeof value === 'boolean') return [];
  return typeof value === 'string' ? [value] : value;
};
/** The value of a flag that takes one. */
export const flagValue = (given: Given, name: string): string | undefined => flagValues(given, name)[0];
