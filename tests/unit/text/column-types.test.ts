import { describe, expect, it } from 'vitest';
import { candidateReasons, writtenForms } from '../../../shared/domain/import';
import { standardKinds } from '../../../shared/domain/instrument';
import { texts } from '../../../shared/text';

describe('words for the types of a column', () => {
  it.each(['es', 'en'] as const)(
    'has one in %s for every reason, way of writing and public list, and no other',
    (locale) => {
      const { reasons, forms, standards } = texts(locale).columnTypes;
      expect(Object.keys(reasons).sort()).toEqual([...candidateReasons].sort());
      expect(Object.keys(forms).sort()).toEqual([...writtenForms].sort());
      expect(Object.keys(standards).sort()).toEqual([...standardKinds].sort());
    },
  );
});
