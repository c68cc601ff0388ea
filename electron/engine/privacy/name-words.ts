import { givenNames, surnames } from '../../../shared/reference/person-names';

const joins = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'san', 'da', 'dos']);

function wordsOf(names: readonly string[]): Set<string> {
  return new Set(
    names.flatMap((name) => name.split('-')).filter((word) => !joins.has(word) && word.length > 1),
  );
}

const given = wordsOf(givenNames);
const family = wordsOf(surnames);

/**
 * Surnames of Mapuche origin are put together from a few beginnings and endings (Augusta, Lecturas araucanas, 1910); no list has
 * them all. Only words of both count, and only beside a given name.
 */
const mapuche =
  /^(?:aillan?|anca?n?|antil?|calfu|calvu|caniu|cari|catri|cayu|cheuque?|colli|coli|cona|curi|epu|huai|huen(?:chu)?|huenu|huili|huinca|lemun?|leviu?|lien|linco|llanca|llan|loncon?|manque?|mari|melin?|millan?|nahuel|nancu?|neculn?|painen?|pailla?|pehuen?|pichi|pilqui|quila|quilal?|quidel?|queupu?|rai|rapi|rayi|trecan?|tripai?|tropa|vilu)(?:hual|gual|huen|huinca|lao|laf|lef|len|leo|lican|llan|man|mal|milla|mil|nahuel|nanco|nao|nir|nun|pan|pangue|pi|pil|queo|quin|tureo|tur|vil|vilu|cura|curan?|lafquen|lemu|lemun|hueque|huala|cheo|che|ñir|neo|ao)$/;

/** Communes and places that are made the same way. */
const places = new Set(
  'curanilahue curarrehue loncoche melipeuco panguipulli pichilemu quilicura lonquimay antilhue collipulli quilaco curaco curepto'.split(
    ' ',
  ),
);

/** True for a frequent given name, in lower case without accents. */
export function isGivenName(word: string): boolean {
  return given.has(word);
}

/** True for a frequent surname, or one made as Mapuche surnames are, in lower case without accents. */
export function isSurname(word: string): boolean {
  return family.has(word) || (word.length > 6 && mapuche.test(word) && !places.has(word));
}

/** What a text must hold to have names joined by underscores; read by RE2 as well. */
export const joinedGate = '\\p{L}_\\p{L}';
