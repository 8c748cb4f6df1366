/** So few losses always pass: a quarter of two people is nobody. */
export const ALWAYS_ALLOWED_LOSSES = 4;
