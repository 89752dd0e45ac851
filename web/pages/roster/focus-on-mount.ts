/** For the heading of a step: who works with the keyboard, or listens, is led to where it goes on. */
export const focusOnMount = (element: HTMLElement | null): void => element?.focus();
