// The whole of undici, which a proxy needs and nothing else: loading it takes longer than most commands.
export { Pool, ProxyAgent } from 'undici';
