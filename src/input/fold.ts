/**
 * A word as it is compared: whatever its case, accents, and the blanks, hyphens or underscores between its parts.
 * `Require_Approval` and `require-approval` fold to the same, so do `Équipe` (composed or not) and `equipe`.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
