/** The shape a second language must fill: the same keys, with texts or text functions of the same arguments. */
export type Catalogue<T> = {
  [K in keyof T]: T[K] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : T[K] extends string
      ? string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Catalogue<T[K]>;
};

export type Locale = 'es' | 'en';
export const locales: readonly Locale[] = ['es', 'en'];
