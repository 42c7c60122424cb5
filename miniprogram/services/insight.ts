import type { InsightApi } from '../../typings/api/insight'
import { client } from './call'

export const insights = client<InsightApi>('insight', ['desk', 'approvals', 'exportGet', 'poster'])
