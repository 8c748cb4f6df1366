/** First names, as they are met in Quebec. */
export const FIRST_NAMES =
  `Alice Benoit Camille Daniel Élise Félix Geneviève Hugo Isabelle Jérôme Karine Louis Manon Nicolas Océane
Philippe Rosalie Samuel Thalie Valérie William Xavier Yasmine Zacharie Annie Bruno Chantal Denis Émilie Francis Gabrielle
Henri Inès Jacob Katherine Laurence Mathieu Noémie Olivier Pascale Rachel Simon Thomas Ursule Vincent Zoé Audrey Charles
Delphine Étienne Florence Guillaume Hélène Ismaël Juliette Kevin Léa Marianne Nadia Omar Patricia Raphaël Sophie Tristan`.split(
    /\s+/,
  );

/** Family names, as they are met in Quebec. */
export const LAST_NAMES =
  `Tremblay Gagnon Roy Côté Bouchard Gauthier Morin Lavoie Fortin Gagné Ouellet Pelletier Bélanger
Lévesque Bergeron Leblanc Paquette Girard Simard Boucher Caron Beaulieu Cloutier Dubé Poirier Fournier Lapointe Leclerc
Lefebvre Poulin Thibault Nadeau Martel Landry Martin Bédard Grenier Lessard Richard Michaud Hébert Desjardins Couture
Turcotte Lachance Parent Blais Gosselin Savard Proulx Beaudoin Demers Perreault Boudreau Cyr Perron Dufour Dion Mercier
Bolduc Bérubé Boisvert Langlois Ménard Therrien Bilodeau Plante Dubois Champagne Deschênes Vachon Audet Gravel Tanguay
Arsenault Nguyen Haddad Diallo Benali Rossi`.split(/\s+/);

/** What schools are named for. */
export const SCHOOL_NAMES = [
  'du Ruisseau',
  'des Érables',
  'Saint-Joseph',
  'de la Rivière',
  'Marie-Victorin',
  'des Quatre-Vents',
  'du Boisé',
  'Notre-Dame',
  'de l’Étincelle',
  'des Pionniers',
  'Gabrielle-Roy',
  'du Grand-Pré',
  'de la Passerelle',
  'Sainte-Anne',
  'des Moissons',
  'du Phare',
  'Félix-Leclerc',
  'de la Clairière',
  'des Hauts-Bois',
  'Saint-Jean-Baptiste',
  'de l’Envol',
  'du Petit-Prince',
  'des Cascades',
  'Jacques-Cartier',
  'de la Source',
  'des Mésanges',
  'du Versant',
  'Laure-Conan',
  'de la Mosaïque',
  'des Patriotes',
  'du Tournesol',
  'Anne-Hébert',
  'de la Traversée',
  'des Semailles',
  'du Carrefour',
  'Saint-Charles',
  'de l’Harmonie',
  'des Bourgeons',
  'du Sommet',
  'Louis-Riel',
  'de la Colline',
  'des Navigateurs',
  'du Vieux-Moulin',
  'Émile-Nelligan',
  'de l’Aubier',
] as const;

/** Professions of those who keep records. */
export const PROFESSIONS = [
  'Psychologist',
  'Speech-language pathologist',
  'Psychoeducator',
  'Occupational therapist',
  'Guidance counsellor',
  'Remedial teacher',
  'Social worker',
] as const;

/** What a record is opened for. */
export const PURPOSES = ['Suivi', 'Évaluation', 'Consultation', 'Plan d’intervention', 'Dépistage'] as const;
