import { describe, expect, it } from 'vitest';
import { roffOf } from '../../src/commands/manual.ts';
import { manual } from '../../src/texts/en/manual.ts';

const page = roffOf(
  {
    command: 'psyctl record share',
    summary: 'Share records',
    help: {
      paragraphs: ['.hidden files are not read.', '’Tis a \\ and a “quote”.'],
      usage: 'psyctl record share RECORD… [flags]',
      groups: [
        { title: null, entries: [['--with GRANTEE…', "'quoted' at the start"]] },
        { title: 'Flags every "command" takes', entries: [['-h, --help', 'a\u00a0%']] },
      ],
      examples: [{ command: 'psyctl record share "R-1"', does: 'shares one record' }],
    },
    more: [{ title: 'EXIT STATUS', entries: [['0', 'done']] }],
    seeAlso: ['psyctl', 'psyctl record unshare'],
    version: '1.2.3',
  },
  manual,
);

describe('a page of the manual', () => {
  it('is roff, in which nothing of what is said is taken for a request', () => {
    expect(page).toBe(`.\\" -*- coding: utf-8 -*-
.TH "PSYCTL\\-RECORD\\-SHARE" "1" "" "psyctl 1.2.3" "psyctl Manual"
.nh
.ad l
.SH "NAME"
psyctl\\-record\\-share \\- Share records
.SH "SYNOPSIS"
\\fBpsyctl record share RECORD… [flags]\\fR
.SH "DESCRIPTION"
\\&.hidden files are not read.
.PP
’Tis a \\e and a “quote”.
.SH "ARGUMENTS AND OPTIONS"
.TP
\\fB\\-\\-with GRANTEE…\\fR
\\&'quoted' at the start
.SH "FLAGS EVERY \\(dqCOMMAND\\(dq TAKES"
.TP
\\fB\\-h, \\-\\-help\\fR
a\\~%
.SH "EXIT STATUS"
.TP
\\fB0\\fR
done
.SH "EXAMPLES"
shares one record:
.PP
.RS 4
.nf
\\fBpsyctl record share \\(dqR\\-1\\(dq\\fR
.fi
.RE
.SH "SEE ALSO"
.BR psyctl (1),
.BR psyctl\\-record\\-unshare (1)
`);
  });
});
