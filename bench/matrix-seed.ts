/**
 * Competences for a seeded clinic: every second own task requires one of them, and most helpers have a record of each;
 * one record in ten is missing, and one in ten has expired.
 */
export function competenceStatements(competences: number): [string, ...unknown[]][] {
  return [
    [
      `create temporary table mastered on commit drop as
       select m.clinic, uuidv7() id, i from made m cross join generate_series(1, $1::int) i order by m.n, i`,
      competences,
    ],
    [
      `insert into competence (clinic_id, id, name, kind, levels, created_at)
       select clinic, id, 'Kompetanse ' || i, 'course', '{Under tilsyn,Selvstendig}', now() from mastered`,
    ],
    [
      `create temporary table required on commit drop as
       select w.clinic, uuidv7() id, w.id task, c.id competence from work w
       join mastered c on c.clinic = w.clinic and c.i = 1 + w.i % $1 where w.own and w.i % 2 = 0`,
      competences,
    ],
    [
      `insert into requirement (clinic_id, id, task_id, valid, created_at)
       select clinic, id, task, '[2024-01-01,)', now() from required`,
    ],
    [
      `insert into requirement_option (clinic_id, requirement_id, competence_id, min_level)
       select clinic, id, competence, 1 from required`,
    ],
    [
      `create temporary table shown on commit drop as
       select s.clinic, uuidv7() id, s.id person, c.id competence, (select min(l.id::text)::uuid from staff l where l.clinic = s.clinic) lead,
         tstzrange('2024-06-01', date_trunc('day', now()) + make_interval(days => case when (s.i + c.i) % 10 = 1 then -30 else 30 + (s.i * 7 + c.i * 13) % 700 end)) valid
       from staff s join mastered c on c.clinic = s.clinic
       where s.occupation = 'HE' and (s.i + c.i) % 10 <> 0`,
    ],
    [
      `insert into competence_record (clinic_id, id, person_id, competence_id, level, achieved_on, requested, valid, evidence, created_at)
       select clinic, id, person, competence, 2, '2024-06-01', valid, valid, '{"source": "Kursbevis"}', now() from shown`,
    ],
    [
      `insert into competence_record_step (clinic_id, id, record_id, subject_id, kind, phase, at, actor_id, person_id)
       select clinic, uuidv7(), id, person, 'confirmed', 1, '2024-06-02', lead, lead from shown`,
    ],
  ];
}
