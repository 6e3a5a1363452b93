import { plain, type Shape } from './shape.js';

const said = plain('media_type', 'size', 'sha256');

/** The bytes of a file are read by their hash, made anew: what the table says of them is held against it, too. */
export const evidenceShapes: Readonly<Record<'evidence' | 'evidence_content' | 'evidence_erasure', Shape>> = {
  evidence: {
    key: ['id'],
    columns: {
      ...plain('id', 'record_id', 'position', 'name', 'actor_id', 'uploaded_by'),
      ...said,
      created_at: 'moment',
    },
  },
  evidence_content: {
    key: ['evidence_id'],
    columns: { ...plain('evidence_id'), ...said, content: 'digest' },
  },
  evidence_erasure: {
    key: ['evidence_id'],
    columns: { ...plain('evidence_id', 'actor_id', 'person_id', 'reason'), at: 'moment' },
  },
};
