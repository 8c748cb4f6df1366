import { explanation } from '../../rendering/answers/explanation.ts';
import { read } from '../command.ts';
import { SNAPSHOT } from '../snapshot-flag.ts';
import { diagnose, namesOfGivers } from './diagnosing.ts';

/** `access explain MEMBER RESOURCE`: why they have it, since when and through whom; or why not (S7, O5, T4). */
export default read({
  arguments: [
    { name: 'MEMBER', names: 'member' },
    { name: 'RESOURCE', names: 'resource' },
  ],
  flags: [SNAPSHOT],
  async run(reading, given) {
    const { texts, jsonTexts, titles } = reading;
    const { explained, notes } = await diagnose(reading, given);
    const names = await namesOfGivers(reading, explained);
    return explanation(explained, { texts, jsonTexts, names, titles, notes });
  },
});
