# SPDX-License-Identifier: Apache-2.0
# The settings dialog.
target_sources(bucketscope_ui PRIVATE
  settings/categorylist.cpp settings/categorylist.h
  settings/colorchoice.cpp settings/colorchoice.h
  settings/connectioncheck.cpp settings/connectioncheck.h
  settings/connectionrow.cpp settings/connectionrow.h
  settings/credentialfields.cpp settings/credentialfields.h
  settings/editedprofile.cpp settings/editedprofile.h
  settings/fileedit.cpp settings/fileedit.h
  settings/formfield.cpp settings/formfield.h
  settings/importdialog.cpp settings/importdialog.h
  settings/importrow.cpp settings/importrow.h
  settings/problemoutline.cpp settings/problemoutline.h
  settings/profileeditor.cpp settings/profileeditor.h
  settings/profileedits.cpp settings/profileedits.h
  settings/profilespage.cpp settings/profilespage.h
  settings/roomybutton.cpp settings/roomybutton.h
  settings/secretedit.cpp settings/secretedit.h
  settings/secretfailurebar.cpp settings/secretfailurebar.h
  settings/secretsaver.cpp settings/secretsaver.h
  settings/secretstoragefield.cpp settings/secretstoragefield.h
  settings/secretwork.h
  settings/settingsdialog.cpp settings/settingsdialog.h
  settings/settingsitemdelegate.cpp settings/settingsitemdelegate.h
  settings/settingssave.cpp settings/settingssave.h
  settings/spacing.h
  settings/tonelabel.cpp settings/tonelabel.h
  settings/valuespage.cpp settings/valuespage.h)
