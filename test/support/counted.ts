import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Connection, connect } from '../../src/api/index.ts';
import type { WorldInput } from '../../src/contract/world.ts';
import { ADMIN_TOKEN, sandboxOf, type TestSandbox } from './sandbox.ts';

/**
 * The administrator's connection to a sandbox of `world` for the tests of one file, counting what it asks; the count
 * starts anew before each test, and at `forget`. `reader` may be read inside a test only: the sandbox opens before them.
 */
export function countedReading(world: WorldInput) {
  let test: TestSandbox;
  let counted: Connection;
  let asked: string[] = [];
  const forget = () => {
    asked = [];
  };

  beforeAll(async () => {
    test = await sandboxOf(world);
    const log = ({ method, path }: { method: string; path: string }) => asked.push(`${method} ${path.split('?')[0]}`);
    counted = connect({
      url: test.sandbox.url,
      token: ADMIN_TOKEN,
      env: {},
      log,
    });
  });
  beforeEach(forget);
  afterAll(async () => {
    await counted.close();
    await test.close();
  });

  return {
    get reader() {
      return counted.reader;
    },
    /** What was asked since, as `METHOD path` without the query, in order. */
    asked: () => asked,
    /** How many times the path was read since. */
    times: (path: string) => asked.filter((one) => one === `GET ${path}`).length,
    forget,
  };
}
