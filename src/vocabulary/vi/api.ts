import { inLanguage } from '../language.ts'

export const api = /* @__PURE__ */ inLanguage('api', {
  description:
    'Giao diện lập trình của Chủ Trì. Mọi thay đổi gửi kèm If-Match (phiên bản đã xem), mọi lần tạo mới gửi kèm Idempotency-Key. Từ chối được trả về dạng application/problem+json.',
})
