/** Two training plans for each helper, supervised by the first doctor, each with two goals that have been seen. */
export function trainingStatements(): [string, ...unknown[]][] {
  return [
    [
      `create temporary table planned on commit drop as
       select s.clinic, uuidv7() id, s.id trainee, d.id supervisor, n from staff s
       join staff d on d.clinic = s.clinic and d.i = 1 cross join generate_series(1, 2) n where s.occupation = 'HE'`,
    ],
    [
      `insert into training_plan (clinic_id, id, person_id, purpose, requested, valid, created_at)
       select clinic, id, trainee, 'Praksis ' || n, '[2026-01-01,2030-01-01)', '[2026-01-01,2030-01-01)', '2026-01-01' from planned`,
    ],
    [
      `insert into training_plan_step (clinic_id, id, plan_id, kind, phase, at, recorded_at, actor_id, person_id)
       select clinic, uuidv7(), id, 'made', 0, '2026-01-01', '2026-01-01', supervisor, supervisor from planned`,
    ],
    [
      `insert into training_supervision (clinic_id, id, plan_id, trainee_id, supervisor_id, number, valid, actor_id, created_at)
       select clinic, uuidv7(), id, trainee, supervisor, 1, '[2026-01-01,2030-01-01)', supervisor, '2026-01-01' from planned`,
    ],
    [
      `create temporary table goal on commit drop as
       select p.clinic, uuidv7() id, p.id plan, p.trainee, p.supervisor, w.id task, w.i from planned p
       join work w on w.clinic = p.clinic and w.i <= 2`,
    ],
    [
      `insert into training_goal (clinic_id, id, plan_id, trainee_id, position, text, task_id, actor_id, created_at)
       select clinic, id, plan, trainee, i, 'Mål ' || i, task, supervisor, '2026-01-01' from goal`,
    ],
    [
      `insert into training_step (clinic_id, id, goal_id, trainee_id, kind, signed_on, at, person_id)
       select clinic, uuidv7(), id, trainee, 'seen', '2026-01-03', '2026-01-03', supervisor from goal`,
    ],
  ];
}

/** A small file behind every record there is. */
export function evidenceStatements(): [string, ...unknown[]][] {
  return [
    [
      `create temporary table file on commit drop as
       select r.clinic_id clinic, uuidv7() id, r.id record, convert_to('%PDF-1.7 ' || r.id, 'UTF8') content
       from competence_record r join made m on m.clinic = r.clinic_id`,
    ],
    [
      `insert into evidence (clinic_id, id, record_id, position, name, media_type, size, sha256, actor_id, created_at)
       select clinic, id, record, 1, 'kursbevis.pdf', 'application/pdf', length(content), sha256(content), clinic, now() from file`,
    ],
    [`insert into evidence_content (clinic_id, evidence_id, content) select clinic, id, content from file`],
  ];
}
