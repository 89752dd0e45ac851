/**
 * How Node runs the program, so that many may ask at once and nobody waits for its garbage. V8 learns from the schedules, which
 * are kept, that what the same functions make lives long, and would make what each request leaves behind in the old generation
 * too, where only a collection of everything frees it. And two small young generations a second pass unnoticed where one large
 * one holds up everybody who asks meanwhile. `npm run bench` shows both, as p99 of who reads what.
 */
export const NODE_FLAGS = ['--max-semi-space-size=16', '--no-allocation-site-pretenuring'];
