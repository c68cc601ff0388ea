import { type DuckDBConnection, DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api';
import { redactText } from './redact-text';

/** The name of the function in SQL: a text with its personal details replaced by their kind. */
export const redactFunction = 'redact_details';

/**
 * Makes `redactText` callable from SQL in the whole database. The rules are some hundred patterns and two lists of names: written
 * out in SQL they were a megabyte for one file, which took longer to plan than the file to read.
 */
export function registerRedaction(connection: DuckDBConnection): void {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: redactFunction,
      returnType: VARCHAR,
      parameterTypes: [VARCHAR],
      mainFunction(_information, input, output) {
        input.getColumnValues(0).forEach((text, row) => {
          output.setItem(row, typeof text === 'string' ? redactText(text) : null);
        });
        output.flush();
      },
    }),
  );
}
