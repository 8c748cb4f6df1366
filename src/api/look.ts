import { Failure } from '../failures/failure.ts';

/** What is seen of a change whose answer never came. */
export type Seen = 'done' | 'not-done' | 'cannot-tell';
/** Reads whether a change was made. */
export type Look = () => Promise<Seen>;

/** A look of which a failure says as little as not being able to tell; anything else it throws is thrown on. */
export const careful =
  (look: Look): Look =>
  async () => {
    try {
      return await look();
    } catch (error) {
      if (error instanceof Failure) return 'cannot-tell';
      throw error;
    }
  };
