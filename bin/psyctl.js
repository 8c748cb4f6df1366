#!/usr/bin/env node
// From Node 22 on, compiled code is kept between runs; before, asking for it would only take time.
if (Number.parseInt(process.versions.node, 10) >= 22) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
}
const { start } = await import('../dist/main.js');
await start();
