/** All bytes of standard input, undecoded: its encoding is for whoever reads them to find out. */
export async function readStdin(input: AsyncIterable<Uint8Array | string> = process.stdin): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece));
  return Buffer.concat(pieces);
}
