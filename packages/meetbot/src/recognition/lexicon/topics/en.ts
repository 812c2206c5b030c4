import type { TopicWords } from "./topic-words.ts";

/** English words of a shop that mean much the same in a question; `_` joins two words. */
export const en: TopicWords = {
  moneyBack:
    "refund refunds refunded refunding reimburse reimbursed reimbursement chargeback money_back credited credit_note repay repaid get_paid",
  sendBack:
    "return returns returned returning returnable send_back sent_back sending_back give_back bring_back post_back ship_back mail_back rma prepaid_label return_label withdraw_from cooling_off take_back",
  swap: "exchange exchanges exchanged exchanging swap swapped swapping replace replaced replacement trade_in trade_it switch_it different_size another_size bigger_size smaller_size other_size different_color different_colour instead",
  stop: "cancel cancelled canceled cancelling canceling cancellation call_off abort revoke scrap undo stop stopped changed_my mistake accident accidentally by_accident no_longer not_anymore anymore",
  address:
    "address addresses street postcode zip zipcode zip_code postal_code apartment flat house_number unit_number recipient moved moving my_office workplace reroute redirect forward different_place typo wrong_city neighbor neighbour",
  phone: "phone telephone mobile phone_number mobile_number call hotline contact",
  edit: "change edit modify amend update alter adjust correct switch changed changing",
  add: "add added adding remove removed removing combine merge bundle one_more another_one extra together gift_note gift_wrap take_out leave_out quantity instead_of",
  placed:
    "order ordered my_order placed already_ordered just_ordered bought purchased purchase checked_out",
  broken:
    "broken broke cracked damaged smashed dented dent scratched scratch scratches shattered torn ripped leaking leaked leaks defective faulty fault bent chipped crushed ruined stained stain stains hole soaked wet dirty used rotten moldy mouldy spoiled expired melted dead_on doesn't_work not_working won't_turn doesnt_work stopped_working",
  missing:
    "missing incomplete empty half only_one one_short forgot_to not_in not_included wrong_item wrong_color wrong_colour wrong_size wrong_one wrong_product different_from something_else not_what instead_of isn't_what photos photo pictures picture",
  arrived: "arrived came received got opened_the unpacked box delivered on_arrival",
  bill: "invoice invoices invoiced receipt receipts vat bill tax_number tax_id vat_number company_name billing proforma pro_forma gst pdf accountant accounting bookkeeping tax_return expense expenses",
  duration:
    "days day weeks week hours how_long long fast quick quickly soon express overnight takes take lead_time turnaround time estimate business_days working_days arrive by_friday in_time before",
  sendOut:
    "ship ships shipping shipped shipment dispatch dispatched deliver delivers delivery delivered deliveries send post posted postage courier mail sent_out",
  holiday:
    "christmas xmas easter weekend weekends saturday saturdays sunday sundays monday holiday holidays new_year new_year's thanksgiving bank_holiday public_holiday black_friday valentine's ramadan diwali eid",
  today: "today tomorrow tonight same_day next_day cutoff cut_off noon midday afternoon morning",
  cost: "cost costs price fee fees charge charges expensive free free_shipping how_much flat_rate minimum threshold over_50 surcharge shipping_cost delivery_fee",
  country:
    "abroad overseas international internationally country countries worldwide customs duty duties import tariff tariffs island islands europe eu usa us america canada mexico brazil uk england scotland ireland northern_ireland wales germany france spain italy portugal netherlands belgium austria switzerland sweden norway denmark finland iceland poland czech hungary greece turkey russia ukraine israel dubai uae saudi india pakistan china hong_kong taiwan japan korea singapore malaysia thailand vietnam indonesia philippines australia new_zealand africa south_africa nigeria egypt kenya argentina chile hawaii alaska puerto_rico guam croatia romania bulgaria malta cyprus luxembourg estonia latvia lithuania",
  carrier:
    "carrier carriers courier couriers ups fedex dhl dpd usps royal_mail hermes evri gls yodel tnt ems amazon_logistics canada_post auspost postnl post_office delivery_company delivery_service shipping_company sf_express parcelforce ontrac",
  choose: "choose pick select specify prefer which option options alternative request",
  payMethod:
    "paypal klarna afterpay clearpay affirm visa mastercard maestro amex american_express apple_pay google_pay bank_transfer wire_transfer wire cash cash_on cod installments instalments instalment installment monthly emi gift_card gift_cards debit credit_card debit_card card cards crypto bitcoin sepa direct_debit ideal sofort giropay venmo alipay wechat_pay cheque check split pay_later invoice_purchase purchase_order finance financing prepayment currency euros dollars",
  pay: "pay paying payment payments paid checkout check_out accept take",
  payFails:
    "declined declines decline fails failed failing rejected denied error charged charged_twice twice double duplicate deducted debited overcharged pending unpaid not_going didn't_go won't_go goes_through went_through bounced frozen stuck otp verification_code 3d 3d_secure blocked",
  promo:
    "code codes coupon coupons voucher vouchers discount discounts promo promotion promotions sale sales deal deals offer offers points loyalty membership members student students military nurse percent % reward rewards referral first_order newsletter bogo clearance",
  cheaper:
    "cheaper price_drop dropped drop lower lowered reduced reduction price_match match difference price_adjustment price_protection price_guarantee marked_down went_down on_sale less yesterday last_week paid_more beat",
  stock:
    "stock in_stock available availability restock restocked restocking sold_out out_of back_in preorder pre-order pre_order waitlist waiting_list back_order backorder run_out discontinued left coming_back notify carry inventory new_collection release any_left",
  size: "size sizes sizing fit fits fitting tall height inches inch cm waist chest hip hips bust inseam measurements measure small medium large xs xl xxl chart guide true_to runs_small runs_large run_small tight loose between_sizes kilos kg pounds lbs eu_size us_size foot feet wide narrow length width",
  product:
    "material made_of made_in made cotton wool leather polyester waterproof compatible battery batteries ingredients ingredient vegan gluten wash washed washable dishwasher weight weigh dimensions usb bluetooth difference_between original authentic genuine fake real suitable recommended origin organic allergic allergy nickel safe_for works_with work_with come_with comes_with included include features specs manual_for capacity voltage watts watt recyclable fragrance color colour thick heat clean care ironed iron",
  warranty:
    "warranty warranties guarantee guaranteed guarantees covered cover covers coverage under_warranty extended claim statutory void",
  aged: "months month years year after_two after_a after_three a_while used_it since_i worked_fine six_months last_year half_a",
  repair:
    "repair repairs repaired repairing fix fixed fixing mend mended spare spares spare_part spare_parts parts part replacement_part install installed installation installing technician technicians engineer mechanic service_center service_centre assemble assembled assembly mount mounting set_up service_partner workshop",
  pickUp:
    "pick_up pickup picking_up pick_it pick_them collect collected collecting collection click_and click_& in_store in-store in_person locker lockers parcel_shop drop_by come_by to_the_store reserve curbside pickup_point collection_point",
  hours:
    "open opens opening opened close closes closed closing hours open_today located location locations store stores shop shops branch branches nearest parking showroom directions headquarters where_are working_hours business_hours office_hours",
  complaint:
    "complain complaint complaints complaining rude manager terrible awful worst disappointed disappointing unacceptable review reviews supervisor ridiculous disgusting horrible appalling joke unprofessional ignored ignoring nobody feedback furious angry fed_up never_again shame scam scammers attitude lied poor_service bad_service customer_service disrespectful report escalate",
  privacy:
    "data privacy gdpr ccpa personal information personal_data personal_information delete deleted deletion erase erased forget_me cookies cookie third_parties third_party share sold sell_my secure safe encrypted stored store_about record records hold_on",
  account:
    "password login log_in logged_in logging_in sign_in signed_in sign_up signup register registered registration account accounts username user_name reset reset_link two-factor two_factor authentication verification verify locked locked_out email_address change_my my_email profile forgot forgotten",
  far: "bank banks banking mortgage loan loans landlord rent flight flights airline airport ticket tickets train trains bus buses taxi uber hotel hotels booking reservation restaurant pizza burger food groceries recipe dinner lunch doctor dentist hospital clinic prescription insurance tax taxes council government passport visa licence license gym netflix spotify youtube instagram facebook tiktok whatsapp google phone_contract sim wifi wi-fi internet broadband router electricity gas water_bill power weather rain news football match game games movie film concert school university teacher homework exam course job salary payday boss colleague car cars petrol tyre engine stocks tesla moon planet library book_club cinema museum world country_of history capital girlfriend boyfriend wife husband mom mum dad kids dog_walker cat alarm timer reminder calendar meeting playlist song music lights thermostat relationship marriage heart friend subscription app_store steam playstation xbox_live",
  mine: "my_order my_parcel my_package my_delivery my_shipment our_order our_parcel did_i have_i i_ordered i_bought i_paid i_used my_stuff my_item my_items my_last my_purchase where's_my where_is is_mine has_it hasn't_arrived not_arrived still_waiting tracking_number order_number it_was tracking track",
  person:
    "human agent person representative someone somebody operator real_person live_chat live_agent talk_to speak_to connect_me call_me hello hi thanks thank bye robot bot name",
};
