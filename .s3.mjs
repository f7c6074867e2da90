import { person, shot, done } from './.shots.mjs'
const page = await person('stc.daumoi')
const { plans } = await (await page.request.get('/api/plans')).json()
const plan = plans.find(p => p.number === '18/KH-UBND')
// addition by drop
const TEXT = `Số: 25/TB-UBND
Sông Mơ, ngày 10 tháng 10 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp về kinh tế tập thể

1. Sở Nội vụ bố trí cán bộ theo dõi hợp tác xã, hoàn thành trước ngày 15/12/2026.
2. Ủy ban nhân dân các xã, phường bố trí điểm giới thiệu sản phẩm hằng quý.
3. Rà soát, phân loại, lập phương án xử lý các hợp tác xã yếu kém, ngừng hoạt động trên địa bàn.
4. Sau khi Nghị quyết được ban hành, Sở Tài chính tham mưu bố trí kinh phí.
`
await page.goto(`/plans/${plan.id}?tab=documents`)
const chooser = page.waitForEvent('filechooser')
await page.getByRole('button', { name: 'Nạp văn bản bổ sung' }).click()
await (await chooser).setFiles({ name: 'ket-luan.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) })
await page.waitForURL('**/review'); await page.waitForSelector('.review-card'); await shot(page, 'add-review')
const draft = page.url()
await page.keyboard.press('n'); 
for (let i=0;i<6;i++){ const t = await page.locator('main').innerText(); if (t.includes('Không còn nhiệm vụ nào phải quyết định')) break; await page.keyboard.press('d'); await page.waitForTimeout(400)}
await page.keyboard.press('p'); await shot(page, 'add-publish')
await page.getByRole('dialog').getByRole('button', { name: 'Bổ sung', exact: true }).click()
await page.waitForURL(/plans\/[0-9a-f-]+$/); await page.goto(page.url()+'?tab=documents'); await shot(page, 'add-docs')
// the same again
const again = page.waitForEvent('filechooser')
await page.getByRole('button', { name: 'Nạp văn bản bổ sung' }).click()
await (await again).setFiles({ name: 'ket-luan.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) })
await page.waitForSelector('text=Tệp này đã có'); await shot(page, 'same')
// typed
await page.getByRole('button', { name: 'Nhập một nhiệm vụ' }).click(); await page.waitForTimeout(500)
await page.keyboard.type('77/UBND-TH'); await page.keyboard.press('Tab'); await page.keyboard.type('02/11/2026'); await page.keyboard.press('Tab');
await shot(page, 'typed')
const phone = await person('stc.daumoi', 360)
await phone.goto(`/plans/${plan.id}?tab=documents`); await shot(phone, 'docs-360')
await phone.getByRole('button', { name: 'Nhập một nhiệm vụ' }).click(); await shot(phone, 'typed-360')
await done()
