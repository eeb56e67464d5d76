// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/noticebar.h"
#include "ui/settings/settingssave.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QWidget>

namespace ui {

/// Says what happened to secrets that could not be kept, moved or removed, and lets the user choose
/// what to do with them.
class SecretFailureBar : public QWidget
{
    Q_OBJECT

public:
    /// Hidden at first.
    explicit SecretFailureBar(QWidget *parent = nullptr);

    /// `failures` must not be empty; `storage` is where the secrets were to go.
    void showFailures(const QList<SecretFailure> &failures, accounts::SecretStorage storage);
    /// The settings file could not be written.
    void showSettingsFailure(const QString &message);
    /// The user stopped waiting.
    void showStopped();

Q_SIGNALS:
    /// Try once more, in this way.
    void chosen(ui::SettingsSave::Fallback fallback);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *addButton(const QString &text);
    void showMessage(const QString &headline, const QString &text);
    void showOnly(const QList<QPushButton *> &choices);
    void warnOfFile();

    NoticeBar *m_notice;
    QHBoxLayout *m_choices;
    QPushButton *m_retry;
    QPushButton *m_sessionOnly;
    QPushButton *m_file;
    QPushButton *m_leave;
    QPushButton *m_confirmFile;
    QPushButton *m_back;
    QList<SecretFailure> m_failures;
    accounts::SecretStorage m_storage = accounts::SecretStorage::Keychain;
};

} // namespace ui
