import { moment, of, ofMany, type Row, row } from './row.js';
import type { State } from './state.js';

const bytea = (hex: string): string => `\\x${hex}`;

export const evidenceRows = ({ evidence }: State): Row[] =>
  of(evidence.values(), (file) =>
    row([file.id], {
      id: file.id,
      record_id: file.recordId,
      position: String(file.position),
      name: file.name,
      media_type: file.mediaType,
      size: String(file.size),
      sha256: bytea(file.sha256),
      actor_id: file.actorId,
      uploaded_by: file.uploadedBy,
      created_at: moment(file.createdAt),
    }),
  );

/** The bytes by their hash, which the table is asked to make anew. */
export const evidenceContentRows = ({ evidence }: State): Row[] =>
  ofMany(evidence.values(), ({ id, mediaType, size, sha256, erased }) => {
    const said = { media_type: mediaType, size: String(size), sha256: bytea(sha256) };
    return erased ? [] : [row([id], { evidence_id: id, content: bytea(sha256), ...said })];
  });

export const evidenceErasureRows = ({ evidence }: State): Row[] =>
  ofMany(evidence.values(), ({ id, erased }) =>
    erased
      ? [
          row([id], {
            evidence_id: id,
            at: moment(erased.at),
            actor_id: erased.actorId,
            person_id: erased.personId,
            reason: erased.reason,
          }),
        ]
      : [],
  );
