import manifest from '../../package.json' with { type: 'json' };

/** The version of psyctl. */
export const VERSION: string = manifest.version;
