# SPDX-License-Identifier: Apache-2.0
# What is known of the selected bucket.
target_sources(bucketscope_ui PRIVATE
  inspector/detailstab.cpp inspector/detailstab.h
  inspector/fieldlist.cpp inspector/fieldlist.h
  inspector/fieldrow.cpp inspector/fieldrow.h
  inspector/fieldvalue.cpp inspector/fieldvalue.h
  inspector/inspectorpanel.cpp inspector/inspectorpanel.h
  inspector/inspectorplace.h
  inspector/jobdelegate.cpp inspector/jobdelegate.h
  inspector/jobstab.cpp inspector/jobstab.h
  inspector/jobstripview.cpp inspector/jobstripview.h
  inspector/jsontab.cpp inspector/jsontab.h
  inspector/requesttab.cpp inspector/requesttab.h
  inspector/summary.cpp inspector/summary.h
  inspector/textview.cpp inspector/textview.h
  inspector/usedbydelegate.cpp inspector/usedbydelegate.h
  inspector/usedbytab.cpp inspector/usedbytab.h)
