/** What the sandbox says of itself. */
export const sandbox = {
  listening: (url: string, tokens: readonly { token: string; member: string; scopes: readonly string[] }[]) =>
    [
      `The sandbox listens on ${url}. Ctrl-C stops it. Its tokens:`,
      ...tokens.map(
        ({ token, member, scopes }) => `  ${token}  ${member}${scopes.length > 0 ? ` (${scopes.join(', ')})` : ''}`,
      ),
      '',
      'In another terminal:',
      `  PSYCTL_API_URL=${url} PSYCTL_TOKEN=${tokens[0]?.token ?? 'TOKEN'} psyctl whoami`,
    ].join('\n'),
  reset: 'The embedded sandbox is as it was at first.',
};
