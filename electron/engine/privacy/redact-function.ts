import { type DuckDBConnection, DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api';
import { amongPeopleOf, peopleNow } from './file-people';
import { redactText } from './redact-text';

/** The name of the function in SQL: a text with its personal details replaced by their kind. */
export const redactFunction = 'redact_details';
/** The same with a second text, which names the people of the file that is read. */
export const redactAmongFunction = 'redact_details_among';

/** Nothing of what people wrote stays in memory for longer. */
const secondsRemembered = 20;

/**
 * Makes `redactText` callable from SQL in the whole database. The rules are some hundred patterns and two lists of names: written
 * out in SQL they were a megabyte for one file, which took longer to plan than the file to read.
 */
export function registerRedaction(connection: DuckDBConnection): void {
  const safe = remembering(redactText);
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: redactFunction,
      returnType: VARCHAR,
      parameterTypes: [VARCHAR],
      mainFunction(_information, input, output) {
        input.getColumnValues(0).forEach((text, row) => {
          output.setItem(row, typeof text === 'string' ? safe(text) : null);
        });
        output.flush();
      },
    }),
  );
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: redactAmongFunction,
      returnType: VARCHAR,
      parameterTypes: [VARCHAR, VARCHAR],
      mainFunction(_information, input, output) {
        const texts = input.getColumnValues(0);
        amongPeopleOf(String(input.getColumnValues(1)[0]), () =>
          texts.forEach((text, row) => {
            output.setItem(row, typeof text === 'string' ? safe(text) : null);
          }),
        );
        output.flush();
      },
    }),
  );
}

/** Texts remembered: some chunks of each thread, since one statement asks for the same chunk more than once. */
const textsKept = 16_384;

/** The same function, with its last answers in memory for a moment. */
function remembering(read: (text: string) => string): (text: string) => string {
  let older = new Map<string, string>();
  let newer = new Map<string, string>();
  let isForgotten = true;
  let among = peopleNow();
  const forget = (): void => {
    older = new Map();
    newer = new Map();
    isForgotten = true;
  };
  return (text) => {
    if (among !== peopleNow()) {
      forget();
      among = peopleNow();
    }
    const known = newer.get(text) ?? older.get(text);
    if (known !== undefined) return known;
    if (newer.size >= textsKept) {
      older = newer;
      newer = new Map();
    }
    if (isForgotten) setTimeout(forget, secondsRemembered * 1000).unref();
    isForgotten = false;
    const answer = read(text);
    newer.set(text, answer);
    return answer;
  };
}
