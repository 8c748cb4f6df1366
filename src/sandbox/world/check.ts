import type { World } from '../../contract/world.ts';
import { checkPeople } from './check-people.ts';
import { checkGrantees, checkPerson, checkRecords } from './check-records.ts';
import { Names, problemList, type Report, reportRepeated } from './names.ts';
import { WorldError } from './problems.ts';

/**
 * Checks what a schema can't: that every name stands for something, and that no rule of the field is broken.
 * @throws WorldError naming everything that is wrong
 */
export function checkWorld(world: World): void {
  const names = new Names(world);
  const { problems, report } = problemList();
  checkPeople(world, names, report);
  checkRecords(world, names, report);
  world.spaces.forEach((space, i) => {
    checkSpace(names, space, `spaces[${i}]`, report);
  });
  checkIds(world, report);
  if (problems.length > 0) throw new WorldError(problems);
}

/** C1, C2, C4: what a space of each kind is made of. */
function checkSpace(names: Names, space: World['spaces'][number], path: string, report: Report): void {
  checkPerson(names, space.creator, `${path}.creator`, report);
  if (space.profile !== null && !names.profiles.has(space.profile)) {
    report(`${path}.profile`, { fault: 'unknown', what: 'profile', name: space.profile });
  }
  if (space.record !== null && !names.records.has(space.record)) {
    report(`${path}.record`, { fault: 'unknown', what: 'record', name: space.record });
  }
  if (space.kind === 'multi' && space.profile === null) {
    report(`${path}.profile`, { fault: 'multi-without-profile' }, 'C2');
  }
  if (space.kind === 'multi' && space.record !== null) {
    report(`${path}.record`, { fault: 'multi-from-record' }, 'C2');
  }
  checkGrantees(names, space.members, `${path}.members`, report);
  space.members.forEach((member, i) => {
    if (space.kind === 'multi' && member.access === null) {
      report(`${path}.members[${i}].access`, { fault: 'multi-without-level' }, 'C2');
    }
    if (space.kind === 'collaborative' && member.access !== null) {
      report(`${path}.members[${i}].access`, { fault: 'collaborative-with-level' }, 'C1');
    }
  });
}

/** An id is used once among things of a kind, and a member's is no team's: a share names either by its id. */
function checkIds(world: World, report: Report): void {
  const given = (
    kinds: readonly ('members' | 'teams' | 'schools' | 'profiles' | 'records' | 'spaces' | 'transfers')[],
  ) =>
    kinds.flatMap((kind) =>
      world[kind].flatMap((entry, i) => (entry.id ? [[`${kind}[${i}].id`, entry.id] as const] : [])),
    );
  reportRepeated(given(['members', 'teams']), 'id', report);
  for (const kind of ['schools', 'profiles', 'records', 'spaces', 'transfers'] as const) {
    reportRepeated(given([kind]), 'id', report);
  }
}
