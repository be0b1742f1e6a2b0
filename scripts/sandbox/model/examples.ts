import type { BenepiaPoints, NaverReview, VbankHolder } from 'iamport-kit';

/**
 * What operations without a model answer: the examples of the document, as `spec/examples` has them. The answer says so
 * in a header, and the coverage lists them.
 */
export const EXAMPLES = {
  getBenepiaPoints: { point: 12_000 } satisfies BenepiaPoints,
  getVbankHolder: { bank_holder: '김가람' } satisfies VbankHolder,
  listNaverReviews: [
    {
      review_id: '1',
      score: '5',
      title: '좋아요',
      content: '색이 사진과 같아요.',
      product_order_id: '2023111400000001',
      product_id: 'shirt-1',
      product_name: '셔츠',
      product_option_name: '중간 크기',
      writer: 'garam****',
      created_at: 1_700_000_000,
      modified_at: 0,
    },
  ] satisfies NaverReview[],
};
