/** What to tell the user when a constraint is broken; the rest gets the database's own words. */
export const constraintMessages: Readonly<Record<string, string>> = {
  hospitals_code_key:
    'A hospital with this code exists already (perhaps a deleted one). Choose another code, or import it to update the one that exists.',
  persons_email_key:
    'A person with this email exists already (perhaps a deleted one). Use another email, or import the person to update the one that exists.',
  users_email_key:
    'A user with this email exists already (perhaps a disabled one). Use another email, or change the one that exists.',
  production_periods_no_overlap:
    'Another version has just been put in force for some of these dates. Look at what is in force now, then promote again.',
  idx_assignments_unique:
    'The person is assigned to this shift already. Remove the assignment first, or choose another person.',
  idx_accepted_warnings_live: 'This warning is accepted already. Withdraw it first to give another reason.',
  scrape_batches_check:
    'The window of an import ends before it starts. Give a first date that is not after the last.',
  schedule_versions_check:
    'The period of a version ends before it starts. Give a first date that is not after the last.',
  roster_entries_check: 'Hours need both a start and an end, or neither.',
};

/** Which field of a form a constraint is about, where it is about one. */
export const constraintFields: Readonly<Record<string, string>> = {
  hospitals_code_key: 'code',
  persons_email_key: 'email',
  users_email_key: 'email',
};
