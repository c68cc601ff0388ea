/** What joins the options of a choice that was spread over several columns. */
export const partSeparator = '|';

/** Stands for a question that was answered with none of its options: neither blank nor an option. */
export const noneChosen = '∅';
