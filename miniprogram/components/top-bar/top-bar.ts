import { leave } from '../../services/page'

/** The bar of a page: of a tab, a large title at the left; of an inner page, the way back and a small title. */
Component({
  properties: {
    title: String,
    /** Beside the title of a tab page. */
    note: String,
    tab: Boolean,
  },
  methods: { back: leave },
})
