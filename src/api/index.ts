export type { Changer } from './changer.ts';
export { type Connection, type ConnectOptions, connect } from './connect.ts';
export type { Retry } from './exchange.ts';
export type { Seen } from './look.ts';
export type { Pause } from './pace.ts';
export type { Reader } from './reader.ts';
export type { Attempt } from './retry.ts';
export type { LogEvent } from './transport.ts';
