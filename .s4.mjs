import { person, shot, done } from './.shots.mjs'
const page = await person('stc.daumoi')
const { plans } = await (await page.request.get('/api/plans')).json()
const plan = plans.find(p => p.number === '18/KH-UBND')
await page.goto(`/plans/${plan.id}?tab=documents`)
await page.getByRole('button', { name: 'Nhập một nhiệm vụ' }).click(); await page.waitForTimeout(800)
await page.keyboard.type('77/UBND-TH'); await page.keyboard.press('Tab');
const at = () => page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.value} ${document.activeElement?.getAttribute('aria-label')}`)
console.log(await at())
for (const c of '02/11/2026') { await page.keyboard.type(c); await page.waitForTimeout(60); console.log(c, await at()) }
await page.keyboard.press('Tab'); await page.waitForTimeout(300); console.log(await at(), await page.getByLabel('Ngày ban hành').inputValue())
await page.keyboard.press('Tab'); await page.waitForTimeout(300); console.log(await at(), await page.getByLabel('Ngày ban hành').inputValue())
await done()
