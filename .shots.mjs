import { chromium } from 'playwright-core'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
export async function person(login, width=1280) {
  const ctx = await browser.newContext({ baseURL: 'http://127.0.0.1:8411', viewport: { width, height: width>600?860:740 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  const page = await ctx.newPage()
  page.on('pageerror', e => console.log('PAGEERROR', e.message))
  page.on('console', m => m.type()==='error' && console.log('CONSOLE', m.text().slice(0,300)))
  await page.request.post('/api/setup/sign-in', { data: { login: 'mau.' + login }, headers: {'idempotency-key': crypto.randomUUID()} })
  return page
}
export const shot = async (page, name, full=false) => { await page.waitForTimeout(700); await page.screenshot({ path: `/tmp/plans-shots/${name}.png`, fullPage: full }) }
export const done = () => browser.close()
