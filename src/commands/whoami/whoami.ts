import { getOrganization, type Me } from '../../contract/organization.ts';
import type { Asker } from '../../reading/asker.ts';
import { memberById } from '../../reading/diagnosis/asked.ts';
import { factsTable } from '../../rendering/answers/facts.ts';
import { plain, setIn } from '../../rendering/layout.ts';
import type { Texts } from '../../texts/index.ts';
import { read } from '../command.ts';

/** `whoami`: whom the token belongs to, what it may do, and for whom it acts now (A1). */
export default read({
  arguments: [],
  flags: [],
  async run({ reader, texts, asker: who }) {
    const asker = await who();
    const { me, acting } = asker;
    const { body: organization } = await reader.read(getOrganization, {});
    const actedFor = acting.as === 'member' ? await memberById(reader, acting.id) : null;
    const { id, email, name, roles, schools, scopes } = me;
    const actingAs = acting.as === 'member' ? { id: acting.id, email: acting.email } : null;
    return {
      json: {
        id,
        email,
        name,
        roles,
        schools,
        scopes,
        actingAs,
        organization: { id: organization.id, name: organization.name },
      },
      table: factsTable(
        {
          name,
          email,
          roles: roleNames(roles, texts).join(', '),
          scopes: scopes.join(', '),
          actingAs: actingAs?.email ?? null,
          organization: organization.name,
        },
        texts,
      ),
      text: (width) =>
        sentences(me, asker, actedFor?.name ?? '', organization.name, texts)
          .map((sentence) => setIn(sentence, width, 0))
          .join('\n'),
    };
  },
});

const roleNames = (roles: Me['roles'], { answers: { member } }: Texts): string[] =>
  roles.map((role) => member.role[role] ?? role);

function sentences(
  me: Me,
  { acting, mayActAs }: Asker,
  actedFor: string,
  organization: string,
  texts: Texts,
): string[] {
  const { whoami: say } = texts.answers;
  const is = say.is(plain(me.name), plain(me.email), roleNames(me.roles, texts), plain(organization));
  if (acting.as === 'member') return [is, say.actingFor(plain(actedFor), plain(acting.email))];
  if (acting.as === 'owner') return [is, say.actingForOwners];
  return [is, mayActAs ? say.mayActAs : say.mayNotActAs];
}
