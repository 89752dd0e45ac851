/**
 * What the calculation looks at: instances with the hospital's code, who is assigned and what they may read, and the hours
 * of their part of the shift.
 */
export const PLAIN_QUERY = `
  SELECT i.id, i.schedule_date, i.shift_type, i.start_time, i.end_time, h.code, i.study_type, i.specialty_constraint,
    i.desired_coverage, i.is_mandatory, i.rule_group_id, a.person_id, p.name, p.email, p.specialty,
    e.start_time AS part_start, e.end_time AS part_end, e.line
  FROM shift_instances i
  JOIN hospitals h ON h.id = i.hospital_id
  LEFT JOIN assignments a ON a.shift_instance_id = i.id AND a.deleted_at IS NULL
  LEFT JOIN persons p ON p.id = a.person_id
  LEFT JOIN roster_entries e ON e.id = a.roster_entry_id
  WHERE i.schedule_version_id = $1 AND i.schedule_date BETWEEN $2 AND $3`;
