import type { sandbox as english } from '../en/sandbox.ts';
import type { Translated } from '../translated.ts';

/** What the sandbox says of itself. */
export const sandbox: Translated<typeof english> = {
  listening: (url, tokens) =>
    [
      `Le bac à sable écoute à ${url}. Ctrl-C l’arrête. Ses jetons :`,
      ...tokens.map(
        ({ token, member, scopes }) => `  ${token}  ${member}${scopes.length > 0 ? ` (${scopes.join(', ')})` : ''}`,
      ),
      '',
      'Dans un autre terminal :',
      `  PSYCTL_API_URL=${url} PSYCTL_TOKEN=${tokens[0]?.token ?? 'TOKEN'} psyctl whoami`,
    ].join('\n'),
  reset: 'Le bac à sable intégré est revenu à son état de départ.',
};
