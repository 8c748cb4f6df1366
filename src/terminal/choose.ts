import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isTabKey,
  isUpKey,
  type KeypressEvent,
  makeTheme,
  type Status,
  useEffect,
  useKeypress,
  usePagination,
  usePrefix,
  useRef,
  useState,
} from '@inquirer/core';
import { type Choice, Pages } from './pages.ts';
import { type PromptStreams, prompted } from './prompted.ts';

/** Something to be chosen from a list that may be long. */
export interface Choosing {
  readonly message: string;
  /** Whether several may be taken: then the space bar takes and leaves them, and isn't searched for. */
  readonly many: boolean;
  /** The choices that match what was typed, page by page; nothing is typed at first. Stops when the signal says so. */
  find(typed: string, signal: AbortSignal): AsyncIterable<readonly Choice[]>;
  /** How many choices are shown at once. */
  readonly rows: number;
  /** In the reader's language. */
  readonly words: {
    readonly keys: string;
    readonly loading: string;
    readonly none: string;
    /** How many are taken. */
    readonly taken: (count: number) => string;
  };
}

/** What a search has found so far. */
interface Found {
  readonly of: string;
  readonly items: readonly Choice[];
}
type Outcome = { readonly chosen: readonly Choice[] } | { readonly failure: unknown };
type Line = { readonly line: string; clearLine(direction: 0): void; write(text: string): void };

/** Who types on is not asked for at each letter. */
const TYPING_MS = 150;
/** This many are named once they are taken; more are counted. */
const NAMED = 4;

/**
 * Asks for one or several of a list that is searched by typing and loaded as somebody goes through it. Gives at least one
 * choice. Rejects with `PromptAborted` when it is left unanswered, and with what `find` throws.
 */
export async function choose(choosing: Choosing, streams?: PromptStreams): Promise<readonly Choice[]> {
  const outcome = await prompted(streams, (context) => list(choosing, context));
  if ('failure' in outcome) throw outcome.failure;
  return outcome.chosen;
}

const list = createPrompt<Outcome, Choosing>(({ message, many, find, rows, words }, done) => {
  const theme = makeTheme({});
  const [status, setStatus] = useState<Status>('loading');
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [taken, setTaken] = useState<readonly Choice[]>([]);
  const [found, setFound] = useState<Found>({ of: '', items: [] });
  const pages = useRef<Pages | undefined>(undefined);
  const prefix = usePrefix({ status, theme });
  const { items } = found;

  useEffect(() => {
    const searching = new AbortController();
    pages.current = new Pages(find(typed, searching.signal), (items, loading) => {
      if (searching.signal.aborted) return;
      setFound({ of: typed, items });
      setStatus(loading ? 'loading' : 'idle');
    });
    setStatus('loading');
    setActive(0);
    const begin = setTimeout(() => read(rows), typed === '' ? 0 : TYPING_MS);
    return () => {
      clearTimeout(begin);
      searching.abort();
    };
  }, [typed]);

  /** Has the list read on; what goes wrong with a search that was given up is nobody's concern. */
  const read = (count: number) => {
    const reading = pages.current;
    reading?.upTo(count).catch((failure) => reading === pages.current && done({ failure }));
  };
  const finish = (chosen: readonly Choice[]) => {
    setStatus('done');
    setTaken(chosen);
    done({ chosen });
  };
  const goTo = (wanted: number) => {
    const at = Math.max(0, Math.min(wanted, items.length - 1));
    setActive(at);
    // What comes next is there before it is needed.
    read(at + rows);
  };
  const toggle = (choice: Choice) => {
    const without = taken.filter(({ value }) => value !== choice.value);
    setTaken(without.length < taken.length ? without : [...taken, choice]);
  };

  useKeypress((key: KeypressEvent, line: Line) => {
    const meant = meaningOf(key, many, rows);
    if (meant === 'typing') {
      setTyped(line.line);
      return;
    }
    // These keys are no letters: what readline has made of them is put right.
    line.clearLine(0);
    line.write(typed);
    // A list that was searched for something else is not chosen from.
    if (found.of !== typed) return;
    const here = items[active];
    if (typeof meant === 'number') goTo(active + meant);
    else if (meant === 'take' && here) toggle(here);
    else if (meant === 'enter' && taken.length > 0) finish(taken);
    else if (meant === 'enter' && here) finish([here]);
  });

  const page = usePagination({
    items: [...items],
    active,
    renderItem: ({ item, isActive }) => {
      const box = many ? (taken.some(({ value }) => value === item.value) ? '[x] ' : '[ ] ') : '';
      // What was found by what was typed before can't be chosen, and isn't offered.
      const isOffered = isActive && found.of === typed;
      const said = `${isOffered ? '>' : ' '} ${box}${item.label}`;
      return isOffered ? theme.style.highlight(said) : said;
    },
    pageSize: rows,
    loop: false,
  });
  const question = theme.style.message(message, status);
  if (status === 'done') {
    const named = taken.map(({ short, value }) => short ?? value).join(', ');
    return `${prefix} ${question} ${theme.style.answer(taken.length > NAMED ? words.taken(taken.length) : named)}`;
  }
  const nothing = status === 'loading' ? words.loading : words.none;
  const below = [
    items.length > 0 ? page : theme.style.help(`  ${nothing}`),
    ...(taken.length > 0 && many ? [`  ${words.taken(taken.length)}`] : []),
    theme.style.help(words.keys),
  ];
  return [`${prefix} ${question} ${typed}`, below.join('\n')];
});

/** What a key means: how far it goes in the list, or what it does. */
function meaningOf(key: KeypressEvent, many: boolean, rows: number): number | 'take' | 'enter' | 'typing' {
  if (isEnterKey(key)) return 'enter';
  if (isUpKey(key)) return -1;
  if (isDownKey(key)) return 1;
  if (isTabKey(key) || (many && isSpaceKey(key))) return many ? 'take' : 0;
  return { pageup: -rows, pagedown: rows, home: Number.NEGATIVE_INFINITY, end: rows * rows }[key.name] ?? 'typing';
}
