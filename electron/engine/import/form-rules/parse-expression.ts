/** An expression of a form: the part of XPath that XLSForm's rules are written in. */
export type Expression =
  | { is: 'text'; value: string }
  | { is: 'number'; value: number }
  | { is: 'answer'; name: string }
  | { is: 'own' }
  | { is: 'call'; name: string; of: Expression[] }
  | { is: 'minus'; of: Expression }
  | { is: 'operator'; operator: Operator; left: Expression; right: Expression };

export type Operator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod';

/** Thrown for what is not understood; nobody but the caller of the parser sees it. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

type Token = { kind: 'text' | 'number' | 'answer' | 'word' | 'sign' | 'end'; text: string };

const longest = 10_000;
const deepest = 60;

const pattern =
  /\s*(?:(?<answer>\$\{\s*[^\s{}]+\s*\})|(?<number>\d+(?:\.\d+)?|\.\d+)|"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<word>[A-Za-z_][\w.-]*(?::[\w.-]+)?)|(?<sign><=|>=|!=|[-=<>+*(),.]))/y;

/** Takes an expression apart. Throws NotUnderstood for anything outside the known part of XPath, and beyond 10,000 letters. */
export function parseExpression(written: string): Expression {
  if (written.length > longest) throw new NotUnderstood();
  return new Parser(tokens(written)).whole();
}

function tokens(written: string): Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  const end = written.trimEnd().length;
  while (pattern.lastIndex < end) {
    const groups = pattern.exec(written)?.groups;
    if (!groups) throw new NotUnderstood();
    const { answer, number, double, single, word, sign } = groups;
    if (answer !== undefined) found.push({ kind: 'answer', text: answer.slice(2, -1).trim() });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (word !== undefined) found.push({ kind: 'word', text: word });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign });
    else found.push({ kind: 'text', text: double ?? single ?? '' });
  }
  return [...found, { kind: 'end', text: '' }];
}

/** From the loosest to the tightest. */
const levels: readonly (readonly Operator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

class Parser {
  private at = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];

  constructor(list: readonly Token[]) {
    this.tokens = list;
  }

  whole(): Expression {
    const expression = this.level(0);
    if (this.current.kind !== 'end') throw new NotUnderstood();
    return expression;
  }

  private get current(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private level(index: number): Expression {
    const operators = levels[index];
    if (!operators) return this.unary();
    let left = this.level(index + 1);
    for (;;) {
      const { kind, text } = this.current;
      const operator = operators.find((one) => one === text);
      if (!operator || (kind !== 'sign' && kind !== 'word')) return left;
      this.at += 1;
      left = { is: 'operator', operator, left, right: this.level(index + 1) };
    }
  }

  private unary(): Expression {
    if (this.takes('-')) return { is: 'minus', of: this.deeper(() => this.unary()) };
    return this.deeper(() => this.primary());
  }

  private primary(): Expression {
    const { kind, text } = this.current;
    this.at += 1;
    if (kind === 'text') return { is: 'text', value: text };
    if (kind === 'number') return { is: 'number', value: Number(text) };
    if (kind === 'answer') return { is: 'answer', name: text };
    if (kind === 'sign' && text === '.') return { is: 'own' };
    if (kind === 'sign' && text === '(') {
      const inner = this.level(0);
      this.expect(')');
      return inner;
    }
    if (kind === 'word' && this.takes('(')) return { is: 'call', name: text, of: this.list() };
    throw new NotUnderstood();
  }

  private list(): Expression[] {
    const found: Expression[] = [];
    if (this.takes(')')) return found;
    do found.push(this.level(0));
    while (this.takes(','));
    this.expect(')');
    return found;
  }

  private takes(sign: string): boolean {
    const isHere = this.current.kind === 'sign' && this.current.text === sign;
    if (isHere) this.at += 1;
    return isHere;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new NotUnderstood();
  }

  private deeper(read: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > deepest) throw new NotUnderstood();
    const expression = read();
    this.depth -= 1;
    return expression;
  }
}

/** The questions an expression refers to. */
export function namesIn(expression: Expression): string[] {
  switch (expression.is) {
    case 'answer':
      return [expression.name];
    case 'call':
      return expression.of.flatMap(namesIn);
    case 'minus':
      return namesIn(expression.of);
    case 'operator':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    default:
      return [];
  }
}
