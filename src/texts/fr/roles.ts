/** What roles are called. */
export const ROLES: Readonly<Record<string, string>> = {
  practitioner: 'intervenant·e',
  coordinator: 'coordonnateur·trice',
  administrator: 'administrateur·trice',
  manager: 'gestionnaire',
};

/** Why somebody who isn't active has nothing, as an aside. */
export const NOT_ACTIVE = { invited: 'invitation en attente', inactive: 'accès retiré' };
