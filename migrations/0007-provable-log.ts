import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsForTriggersOnly, grant, loggedAct, tenantTable } from './tenancy.js';

/**
 * The log proves itself: a Merkle tree of RFC 6962 over the entries, and checkpoints that are signed at the end of each act.
 * Nodes and peaks are derived from the entries by their trigger; the application may read them and cannot write them.
 * A checkpoint moves the head from the last signed size to the present one, and only if its root is the tree's.
 */
export class ProvableLog1700000000007 implements MigrationInterface {
  name = 'ProvableLog1700000000007';

  async up(db: QueryRunner): Promise<void> {
    await this.tree(db);
    await this.treeOfOldEntries(db);
    await this.checkpoints(db);
    await this.erasure(db);
    await this.auditors(db);
    await functionsForTriggersOnly(db, 'open_turn()');
  }

  private async tree(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table log_head add column peaks bytea[] not null default '{}';

      -- Subtrees of 2^level entries, from entry index * 2^level on. Leaves are made of log_entry.bytes and are not stored again.
      create table log_node (
        clinic_id uuid not null references clinic,
        level smallint not null check (level between 1 and 62),
        index bigint not null check (index >= 0),
        hash bytea not null check (length(hash) = 32),
        primary key (clinic_id, level, index)
      );

      -- RFC 6962 § 2.1: what stands side by side under one root, the greater to the left.
      create function root_of(peaks bytea[]) returns bytea language plpgsql immutable parallel safe as $$
      declare top bytea := peaks[cardinality(peaks)];
      begin
        if top is null then return sha256(''); end if;
        for i in reverse cardinality(peaks) - 1 .. 1 loop
          top := sha256('\\x01'::bytea || peaks[i] || top);
        end loop;
        return top;
      end $$;

      -- One leaf more: the head's size and peaks, and the nodes that the leaf completes. False unless its number is the next.
      create function append_leaf(clinic uuid, number bigint, leaf bytea) returns boolean
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        standing bytea[];
        made bytea[] := '{}';
        top bytea := sha256('\\x00'::bytea || leaf);
        place bigint := number;
      begin
        select peaks into standing from log_head where clinic_id = clinic and size = number for update;
        if not found then return false; end if;
        while place & 1 = 1 loop
          top := sha256('\\x01'::bytea || standing[cardinality(standing)] || top);
          standing := trim_array(standing, 1);
          made := made || top;
          place := place >> 1;
        end loop;
        update log_head set size = number + 1, peaks = standing || top where clinic_id = clinic;
        insert into log_node (clinic_id, level, index, hash)
          select clinic, n.level, number >> n.level::int, n.hash from unnest(made) with ordinality n (hash, level);
        return true;
      end $$;

      create or replace function move_head() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not append_leaf(new.clinic_id, new.seq, new.bytes) then
          raise exception 'the next entry of this log is not number %', new.seq
            using errcode = 'integrity_constraint_violation', constraint = 'log_gapless', table = 'log_entry';
        end if;
        -- Never the writer's to say: an entry dated to a later transaction would stand for an act that has none.
        new.xid := pg_current_xact_id();
        return new;
      end $$;
    `);
    await tenantTable(db, 'log_node', 'select');
    await this.appendOnly(db, 'log_node');
  }

  /** As the owner, who is bound by row level security, too: one clinic after the other. */
  private async treeOfOldEntries(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table clinic no force row level security;
      do $$
      declare
        clinic uuid;
        entry record;
      begin
        for clinic in select id from clinic loop
          perform set_config('app.clinic_id', clinic::text, true);
          update log_head set size = 0 where clinic_id = clinic;
          for entry in select seq, bytes from log_entry where clinic_id = clinic order by seq loop
            if not append_leaf(clinic, entry.seq, entry.bytes) then
              raise exception 'the log of clinic % has no entry number %', clinic, entry.seq - 1;
            end if;
          end loop;
        end loop;
        perform set_config('app.clinic_id', '', true);
      end $$;
      alter table clinic force row level security;
      alter table log_head add constraint log_peaks check (bit_count(size::bit(64)) = cardinality(peaks));
    `);
  }

  private async checkpoints(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table log_head
        add column signed_size bigint not null default 0,
        add column signed_root bytea check (length(signed_root) = 32),
        -- Chosen with the first checkpoint and never another: whoever holds one recognises the next by it.
        add column origin text,
        add constraint log_signed check (signed_size <= size and (signed_size = 0) = (signed_root is null));

      create table log_checkpoint (
        clinic_id uuid not null references clinic,
        size bigint not null check (size > 0),
        root bytea not null check (length(root) = 32),
        note text not null,
        signed_at timestamptz not null,
        primary key (clinic_id, size)
      );

      -- Compare and swap on the head: of two processes that sign, one has signed what the other would extend.
      create function extend_checkpoint() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare named text := split_part(new.note, E'\\n', 1);
      begin
        perform stay_in(new.clinic_id);
        update log_head set signed_size = new.size, signed_root = new.root, origin = named
          where clinic_id = new.clinic_id and size = new.size and signed_size < new.size and root_of(peaks) = new.root
            and coalesce(origin, named) = named
            and starts_with(new.note, concat_ws(E'\\n', named, new.size::text, encode(new.root, 'base64'), ''));
        if not found then
          raise exception 'a checkpoint of % entries does not extend the last one', new.size
            using errcode = 'integrity_constraint_violation', constraint = 'checkpoint_extends', table = 'log_checkpoint';
        end if;
        return null;
      end $$;
      create trigger checkpoint_extends after insert on log_checkpoint for each row execute function extend_checkpoint();
      alter table log_checkpoint enable always trigger checkpoint_extends;

      -- The clinic's turn, with what it takes to append to its log.
      create function open_turn()
      returns table (size bigint, peaks bytea[], signed_size bigint, signed_root bytea, origin text)
      language sql security definer set search_path = public, pg_temp
      begin atomic
        select h.size, h.peaks, h.signed_size, h.signed_root, h.origin
          from log_head h where h.clinic_id = this_clinic() for update;
      end;
    `);
    await tenantTable(db, 'log_checkpoint', 'select, insert');
    await this.appendOnly(db, 'log_checkpoint');
  }

  /** Payload and salt of what bears no state can go; the entry stays, and the erasure is an entry, too. */
  private async erasure(db: QueryRunner): Promise<void> {
    await db.query(`
      create table log_erasure (
        clinic_id uuid not null,
        seq bigint not null,
        -- The entry that says who and why.
        by_seq bigint not null,
        primary key (clinic_id, seq),
        foreign key (clinic_id, seq) references log_entry,
        foreign key (clinic_id, by_seq) references log_entry deferrable initially deferred,
        check (seq < by_seq)
      );

      -- ledelse-6-9: what the clinic's state rests on, and the traces of auditors, are kept. The list is src/log/erasure.rules.ts.
      create function log_erasable(type text) returns boolean language sql immutable parallel safe
        return type ~ '\\.refused$' or type ~ '^(member|api-token)\\.' or type = 'emergency.recorded';

      create function erase_payload() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        if not exists (select from log_entry e
            where e.clinic_id = new.clinic_id and e.seq = new.seq and log_erasable(e.type)) then
          raise exception 'entry % is kept by law', new.seq
            using errcode = 'integrity_constraint_violation', constraint = 'kept_by_law', table = 'log_erasure';
        end if;
        delete from log_payload where clinic_id = new.clinic_id and seq = new.seq;
        return null;
      end $$;
      create trigger kept_by_law after insert on log_erasure for each row execute function erase_payload();
      alter table log_erasure enable always trigger kept_by_law;

      create function require_erasure_entry() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        perform stay_in(new.clinic_id);
        if not exists (select from log_entry e where e.clinic_id = new.clinic_id and e.seq = new.by_seq
            and e.type = 'payload.erased' and e.xid = pg_current_xact_id()) then
          raise exception 'an erasure without its entry in the log'
            using errcode = 'integrity_constraint_violation', constraint = 'act_without_entry', table = 'log_erasure';
        end if;
        return null;
      end $$;
      create constraint trigger act_without_entry after insert on log_erasure
        deferrable initially deferred for each row execute function require_erasure_entry();

      create function refuse_unless_erased() returns trigger language plpgsql set search_path = public, pg_temp as $$
      begin
        if exists (select from log_erasure x where x.clinic_id = old.clinic_id and x.seq = old.seq) then return old; end if;
        raise exception 'the log is append-only'
          using errcode = 'integrity_constraint_violation', constraint = 'log_append_only', table = tg_table_name;
      end $$;
      drop trigger log_append_only on log_payload;
      create trigger log_append_only before update on log_payload for each row execute function refuse_change();
      create trigger log_append_only_delete before delete on log_payload for each row execute function refuse_unless_erased();
      alter table log_payload enable always trigger log_append_only;
      alter table log_payload enable always trigger log_append_only_delete;
    `);
    await tenantTable(db, 'log_erasure', 'select, insert');
    await this.appendOnly(db, 'log_erasure');
  }

  /** An auditor's access ends by itself, and what an auditor has seen of the log is remembered. */
  private async auditors(db: QueryRunner): Promise<void> {
    for (const table of ['membership', 'invitation']) {
      await db.query(`
        alter table ${table} add column auditor_until timestamptz,
          add constraint auditor_until_of_auditor check (auditor_until is null or 'auditor' = any (roles))`);
    }
    await grant(db, 'membership', 'update (auditor_until)');
    await db.query(`
      create table auditor_seen (
        clinic_id uuid not null references clinic,
        -- The account or API token.
        login_id uuid not null,
        size bigint not null check (size > 0),
        root bytea not null check (length(root) = 32),
        seen_at timestamptz not null,
        primary key (clinic_id, login_id)
      );

      -- Whoever holds no role any more is answered as somebody who was never a member.
      create or replace function session_of(hash text, moment timestamptz)
      returns table (account_id uuid, clinic_id uuid, membership_id uuid, person_id uuid, roles text[])
      language plpgsql volatile as $$
      declare held session;
      begin
        perform set_config('app.session', hash, true);
        select * into held from session s where s.token_hash = hash and s.expires_at > moment;
        if not found then return; end if;
        perform set_config('app.account_id', held.account_id::text, true);
        return query select held.account_id, m.clinic_id, m.id, m.person_id, m.roles
          from (values (1)) one left join (
            select x.clinic_id, x.id, x.person_id,
              case when x.auditor_until <= moment then array_remove(x.roles, 'auditor') else x.roles end roles
            from membership x where x.account_id = held.account_id and x.clinic_id = held.clinic_id
          ) m on m.roles <> '{}';
      end $$;
    `);
    await tenantTable(db, 'auditor_seen', 'select, insert, update (size, root, seen_at)');
    await loggedAct(db, 'auditor_seen');
  }

  private async appendOnly(db: QueryRunner, table: string): Promise<void> {
    await db.query(`
      create trigger log_append_only before update or delete on ${table} for each row execute function refuse_change();
      create trigger log_append_only_truncate before truncate on ${table} execute function refuse_change();
      alter table ${table} enable always trigger log_append_only;
      alter table ${table} enable always trigger log_append_only_truncate;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward: restore a backup instead.');
  }
}
