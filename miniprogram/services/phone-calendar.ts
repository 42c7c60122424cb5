export interface CalendarEntry {
  title: string
  startAt: number
  endAt: number
  location: string
  description: string
}

/** Asks WeChat to put it into the phone's calendar, with an alarm an hour before. Only inside a tap. */
export function addToCalendar({ title, startAt, endAt, location, description }: CalendarEntry): void {
  wx.addPhoneCalendar({
    title,
    startTime: Math.floor(startAt / 1000),
    endTime: String(Math.floor(endAt / 1000)),
    location,
    description,
    alarmOffset: 3600,
    success: () => void wx.showToast({ title: '已加入手机日历', icon: 'none' }),
    // declining to is an answer too
    fail: () => undefined,
  })
}
