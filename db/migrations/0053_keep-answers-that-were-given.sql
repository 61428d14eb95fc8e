-- A request is taken on by a lock of its transaction: what was taken on and never answered says nothing.
delete from idempotent_answer where status is null or headers is null or body is null;
--> statement-breakpoint
alter table idempotent_answer
  alter column status set not null, alter column headers set not null, alter column body set not null;
