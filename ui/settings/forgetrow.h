// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>
#include <QWidget>

#include <functional>

namespace ui {

class ToneLabel;

/// Whose readings are forgotten, of those that are kept on this computer.
enum class ForgottenReadings : quint8 { OfThisAccount, OfAllAccounts };

/// Forgets readings; does not wait until that is done.
using ForgetReadings = std::function<void(ForgottenReadings whose)>;

/// Below the setting that has readings kept: the buttons that forget them, at once and whatever
/// becomes of the settings.
class ForgetRow : public QWidget
{
    Q_OBJECT

public:
    explicit ForgetRow(const ForgetReadings &forget, QWidget *parent = nullptr);

private:
    void forget(ForgottenReadings whose);

    ForgetReadings m_forget;
    QPushButton *m_one;
    QPushButton *m_all;
    ToneLabel *m_status;
};

} // namespace ui
