import { beginCertification, certify, failCertification, type Person } from '../certification.js';
import { ControlError } from '../control-error.js';
import { answer, type Reply } from '../reply.js';
import type { Turn } from '../turn.js';
import type { CertificationRecord } from '../world.js';

/** How an identity window ended. */
export interface CertificationEnd {
  readonly imp_uid: string;
  readonly callback: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, string>>;
  readonly redirectUrl: string | null;
}

/** Who was verified, or why not. */
export interface CertificationVerdict {
  readonly imp_uid: string;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly text?: string | undefined;
}

/** Opens an identity window. */
export function openCertification(turn: Turn, person: Person): Reply<{ imp_uid: string }> {
  return answer({ imp_uid: beginCertification(turn, person).wire.imp_uid });
}

/** The customer was verified. */
export function certifyWindow(turn: Turn, { imp_uid, name, phone }: CertificationVerdict): Reply<CertificationEnd> {
  const record = pendingOf(turn, imp_uid);
  const wire = { ...record.wire, name: name ?? record.wire.name ?? null, phone: phone ?? record.wire.phone ?? null };
  return ended(certify(turn, { ...record, wire }), null);
}

/** The customer closed the window, or was not verified. */
export function failCertificationWindow(turn: Turn, { imp_uid, text }: CertificationVerdict): Reply<CertificationEnd> {
  return ended(
    failCertification(turn, pendingOf(turn, imp_uid)),
    text ?? '[sandbox] 사용자가 본인인증을 취소하셨습니다.',
  );
}

function pendingOf(turn: Turn, impUid: string): CertificationRecord {
  const record = turn.world.certifications.get(impUid);
  if (record === undefined) throw new ControlError('unknown-certification', { imp_uid: impUid });
  if (record.state !== 'pending')
    throw new ControlError('certification-closed', { imp_uid: impUid, status: record.state });
  return record;
}

function ended({ wire, redirectUrl }: CertificationRecord, error: string | null): Reply<CertificationEnd> {
  const { imp_uid, merchant_uid = null } = wire;
  const success = error === null;
  return answer({
    imp_uid,
    callback: {
      success,
      imp_uid,
      merchant_uid,
      ...(success ? { error_code: null, error_msg: null } : { error_code: 'F0005', error_msg: error }),
      pg_provider: wire.pg_provider,
      pg_type: 'certification',
    },
    query: {
      imp_uid,
      merchant_uid: merchant_uid ?? '',
      success: String(success),
      ...(error !== null && { error_code: 'F0005', error_msg: error }),
    },
    redirectUrl,
  });
}
