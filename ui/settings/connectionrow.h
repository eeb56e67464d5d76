// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/parts/roomybutton.h"
#include "ui/parts/tonelabel.h"
#include "ui/settings/connectioncheck.h"

#include <QWidget>

namespace ui {

/// The button that tests the connection, which stops the test while it runs, and what came of it.
class ConnectionRow : public QWidget
{
    Q_OBJECT

public:
    /// `signOuts` must outlive this object.
    explicit ConnectionRow(SignOuts &signOuts, QWidget *parent = nullptr);

    void start(const ConnectionCheck::Subject &subject, accounts::SecretStore &store);
    /// Says why there is no test.
    void refuse(const QString &message);
    /// Stops the test and forgets what came of it.
    void reset();

Q_SIGNALS:
    /// The user wants a test: start() or refuse() is next.
    void requested();
    /// As ConnectionCheck::secretMissing().
    void secretMissing(const accounts::ProfileId &profile);

private:
    void onClicked();
    void showResult(ToneLabel::Meaning meaning, const QString &text);
    void showButton();

    ConnectionCheck m_check;
    RoomyButton *m_button;
    ToneLabel *m_result;
};

} // namespace ui
