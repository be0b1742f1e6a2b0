import { beginCertification, certify } from '../certification.js';
import { channelOf } from '../channels.js';
import type { Handlers } from '../handler.js';
import { answer, Refused } from '../reply.js';
import { remove, type Turn } from '../turn.js';
import type { CertificationRecord } from '../world.js';

type Certifications = 'getCertification' | 'deleteCertification' | 'requestOtp' | 'confirmOtp';

/** Identity verification over the API. */
export const certifications: Handlers<Certifications> = {
  getCertification: (turn, { imp_uid }) => answer(certifiedOf(turn, imp_uid).wire),

  deleteCertification(turn, { imp_uid }) {
    const { wire } = certifiedOf(turn, imp_uid);
    remove(turn, 'certifications', imp_uid);
    return answer(wire);
  },

  requestOtp(turn, input) {
    channelOf(input);
    const carrier = input.is_mvno === true ? `${input.carrier}_MVNO` : input.carrier;
    return answer({ imp_uid: beginCertification(turn, { ...input, carrier }).wire.imp_uid });
  },

  confirmOtp(turn, { imp_uid, otp }) {
    const record = turn.world.certifications.get(imp_uid);
    if (record === undefined) throw new Refused('certification/unknown-otp');
    if (record.state === 'certified') throw new Refused('otp/confirmed');
    if (otp === undefined || otp === '') throw new Refused('otp/missing');
    if (otp !== record.otp) throw new Refused('otp/wrong');
    return answer(certify(turn, record).wire);
  },
};

function certifiedOf(turn: Turn, impUid: string): CertificationRecord {
  const record = turn.world.certifications.get(impUid);
  if (record?.state !== 'certified') throw new Refused('certification/unknown');
  return record;
}
