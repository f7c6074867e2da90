// Evidence attached to reports is handed out like every other file.
export { attachment, mediaOf } from '../http/attachment.ts'
