/**
 * For `labelProps` of groups of choices: the label stays for screen readers and takes no place. An `aria-label` on
 * such a group does not reach the element that has the role.
 */
export const hiddenLabel = { className: 'lb-hidden' } as const;
