import { pull } from '../../reading/pulling/pull.ts';
import { argument, read } from '../command.ts';

/** `snapshot pull FILE [--with-names]`: the organization's access state, as far as it is seen, as a world file */
export default read({
  arguments: [{ name: 'FILE', names: 'file' }],
  flags: [{ name: 'with-names' }],
  async run({ reader, texts, asker: who, write, progress }, given) {
    const file = argument(given, 'FILE');
    const withNames = given.flags['with-names'] === true;
    const asker = await who();
    const counted = progress(texts.snapshot.reading);
    let read = 0;
    const onRead = () => {
      read += 1;
      counted.done();
    };
    try {
      await write(file, pull(reader, asker, { withNames, at: new Date().toISOString(), onRead }));
    } finally {
      counted.stop();
    }
    return {
      json: { file, read, withNames },
      table: { columns: [{ key: 'file', header: texts.snapshot.file }], rows: [{ file }] },
      text: () => texts.snapshot.pulled(file, read),
      notes: [texts.snapshot.next(file)],
    };
  },
});
